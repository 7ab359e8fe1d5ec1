// Gives each picture that has numbers in the page a button, which replaces it by a plot that a
// reader can zoom. Without this script every picture is still there.
(() => {
  const data = document.getElementById('picture-data');
  if (!data || typeof uPlot === 'undefined') {
    return;
  }
  const ink = (role) => getComputedStyle(document.documentElement).getPropertyValue('--ink-' + role).trim();
  const short = (value) => String(Number(value.toPrecision(3)));
  const precise = (x) => String(Number((100 * (1 - Math.pow(10, -x))).toPrecision(6)));

  // p50, p90, p95, p99 and so on; so far zoomed in that fewer than two are left, equal steps.
  const known = [0.5, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999].map((p) => -Math.log10(1 - p));
  const steps = (min, max) => [0, 1, 2, 3, 4].map((i) => min + ((i + 0.5) * (max - min)) / 5);
  const percentileSplits = (plot, axis, min, max) => {
    const inside = known.filter((x) => x >= min - 1e-9 && x <= max + 1e-9);
    return inside.length >= 2 ? inside : steps(min, max);
  };

  const options = (chart, width) => ({
    width,
    height: Math.round(Math.max(260, width * 0.6)),
    cursor: {drag: {x: true, y: false}},
    scales: {x: {time: false}, y: {distr: 3}},
    axes: [
      {
        label: chart.x,
        stroke: ink('muted'),
        grid: {stroke: ink('grid'), width: 1},
        ticks: {stroke: ink('grid'), width: 1},
        ...(chart.percentiles ? {splits: percentileSplits} : {}),
        values: (plot, ticks) => ticks.map((x) => (chart.percentiles ? precise(x) : short(x))),
      },
      {
        label: chart.y,
        stroke: ink('muted'),
        grid: {stroke: ink('grid'), width: 1},
        ticks: {stroke: ink('grid'), width: 1},
        size: 64,
        values: (plot, ticks) => ticks.map((tick) => (tick === null ? '' : short(tick))),
      },
    ],
    series: [
      {label: chart.x, value: (plot, x) => (x === null ? '–' : chart.percentiles ? precise(x) : short(x))},
      ...chart.lines.map((line) => ({
        label: line.label,
        stroke: ink(line.ink),
        width: 2,
        dash: line.dashed ? [7, 5] : [],
        points: {show: false},
        spanGaps: true,
        value: (plot, y) => (y === null || y === undefined ? '–' : short(y)),
      })),
    ],
  });

  const plot = (chart, place) =>
    new uPlot(options(chart, place.clientWidth), uPlot.join(chart.lines.map((line) => [line.xs, line.ys])), place);

  for (const chart of JSON.parse(data.textContent)) {
    const title = document.getElementById(chart.name + '-title');
    const picture = title && title.closest('svg');
    if (!picture) {
      continue;
    }
    const place = document.createElement('div');
    place.className = 'zoom';
    place.hidden = true;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'zoom-button';
    button.setAttribute('aria-pressed', 'false');
    button.textContent = 'Zoom';
    let shown = null;
    const draw = () => {
      if (shown) {
        shown.destroy();
      }
      shown = plot(chart, place);
    };
    button.addEventListener('click', () => {
      place.hidden = !place.hidden;
      picture.classList.toggle('zoomed', !place.hidden);
      button.setAttribute('aria-pressed', String(!place.hidden));
      button.textContent = place.hidden ? 'Zoom' : 'Back to the picture';
      if (!place.hidden) {
        draw();
      }
    });
    window.addEventListener('resize', () => place.hidden || draw());
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => place.hidden || draw());
    picture.after(button, place);
  }
})();
