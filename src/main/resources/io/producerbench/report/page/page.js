'use strict';
(() => {
  const number = /^-?\d+(\.\d+)?$/;

  const order = (one, other) => {
    if (number.test(one) && number.test(other)) {
      return Number(one) - Number(other);
    }
    return one.localeCompare(other);
  };

  const sortBy = (table, column, heading) => {
    const ascending = heading.getAttribute('aria-sort') !== 'ascending';
    table.querySelectorAll('thead th').forEach((each) => each.removeAttribute('aria-sort'));
    heading.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    rows.sort((one, other) => order(one.cells[column].textContent, other.cells[column].textContent));
    body.append(...(ascending ? rows : rows.reverse()));
  };

  const makeSortable = (table) => {
    table.querySelectorAll('thead th').forEach((heading, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = heading.textContent;
      button.title = 'Sort by ' + heading.textContent;
      heading.replaceChildren(button);
      button.addEventListener('click', () => sortBy(table, column, heading));
    });
  };

  const makeFilterable = (table) => {
    const box = document.createElement('input');
    box.type = 'search';
    box.placeholder = 'Rows that contain …';
    box.setAttribute('aria-label', 'Show only rows that contain this');
    box.className = 'filter';
    box.addEventListener('input', () => {
      const words = box.value.toLowerCase().split(' ').filter((word) => word);
      Array.from(table.tBodies[0].rows).forEach((row) => {
        const text = Array.from(row.cells, (cell) => cell.textContent.toLowerCase()).join(' ');
        row.hidden = !words.every((word) => text.includes(word));
      });
    });
    table.parentElement.before(box);
  };

  document.querySelectorAll('table.data').forEach((table) => {
    makeSortable(table);
    makeFilterable(table);
  });
})();
