package io.producerbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The report of a committed run, in a real browser. Its screenshots are in {@code target/screenshots}. */
@NeedsChromium
class ReportInChromiumTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** What drives the page itself, and no script of the page can be asked, because there may be none. */
    private static final String HEADINGS = "#tables details:first-of-type th";

    @TempDir
    static Path directory;

    private static ChromeDriver browser;
    private static Path page;

    @BeforeAll
    static void a_browser_and_a_page() throws IOException {
        page = Files.writeString(
                directory.resolve("report.html"), ReportPage.of(Pages.committed(Pages.SWEEP, Pages.TRIALS)));
        Files.createDirectories(SCREENSHOTS);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(NeedsChromium.Condition.browser().orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(
                                NeedsChromium.Condition.driver().orElseThrow().toFile())
                        .build(),
                options);
    }

    @AfterAll
    static void no_browser_is_left() {
        if (browser != null) {
            browser.quit();
        }
    }

    @AfterEach
    void as_it_was() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    }

    private static void open(int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        browser.get(page.toUri().toString());
    }

    private static void scripts(boolean disabled) {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", disabled));
    }

    private static void screenshot(String name) throws IOException {
        Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    @Test
    void it_loads_nothing_and_has_nothing_to_complain_of() throws IOException {
        browser.manage().logs().get(LogType.PERFORMANCE);
        open(1280, 800);
        screenshot("first-screen");

        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        List<String> requests = browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .toList();
        assertThat(requests)
                .hasSize(1)
                .allSatisfy(message -> assertThat(message).contains("report.html"));
    }

    @Test
    void every_picture_is_drawn() {
        open(1280, 800);

        assertThat(browser.findElements(By.cssSelector("svg.picture")))
                .isNotEmpty()
                .allSatisfy(picture -> {
                    assertThat(picture.getSize().getWidth()).isPositive();
                    assertThat(picture.getSize().getHeight()).isPositive();
                    assertThat(number(
                                    "const box = arguments[0].getBBox(); return Math.min(box.width, box.height);",
                                    picture))
                            .isPositive();
                });
    }

    @Test
    void a_table_is_sorted_by_a_click_both_ways() {
        open(1280, 800);
        int column = column("records_per_s_median");
        WebElement heading =
                browser.findElements(By.cssSelector(HEADINGS + " button")).get(column);

        heading.click();
        List<Double> rising = numbers(column);
        heading.click();
        List<Double> falling = numbers(column);

        assertThat(rising).hasSizeGreaterThan(20).isSorted();
        assertThat(falling.get(0)).isEqualTo(rising.get(rising.size() - 1)).isGreaterThan(rising.get(0));
    }

    private static int column(String title) {
        List<String> titles = browser.findElements(By.cssSelector(HEADINGS)).stream()
                .map(heading -> heading.getDomProperty("textContent"))
                .toList();
        assertThat(titles).contains(title);
        return titles.indexOf(title);
    }

    private static List<Double> numbers(int column) {
        return browser
                .findElements(By.cssSelector("#tables details:first-of-type tbody td:nth-child(" + (column + 1) + ")"))
                .stream()
                .map(cell -> cell.getDomProperty("textContent"))
                .filter(text -> !text.isEmpty())
                .map(Double::valueOf)
                .toList();
    }

    @Test
    void a_table_shows_the_rows_that_contain_what_is_typed() {
        open(1280, 800);
        String rows = "#tables details:first-of-type tbody tr:not([hidden])";
        int all = browser.findElements(By.cssSelector(rows)).size();

        browser.findElement(By.cssSelector("#tables details:first-of-type input.filter"))
                .sendKeys("maxrate true");

        assertThat(browser.findElements(By.cssSelector(rows)))
                .hasSizeBetween(1, all - 1)
                .allSatisfy(row -> assertThat(row.getDomProperty("textContent"))
                        .contains("MaxRate")
                        .contains("true"));
    }

    @Test
    void the_boxes_leave_the_one_row_that_answers_without_a_script() throws IOException {
        scripts(true);
        open(1280, 800);
        String rows = ".chooser tbody tr";

        assertThat(shown(rows)).isEqualTo(Promise.values().length);
        browser.findElement(By.id("never-0")).click();
        assertThat(shown(rows)).isEqualTo(1);
        browser.findElement(By.id("never-1")).click();
        screenshot("two-boxes");

        assertThat(shown(rows)).isEqualTo(1);
        assertThat(browser.findElements(By.cssSelector(rows)).stream()
                        .filter(WebElement::isDisplayed)
                        .map(WebElement::getText)
                        .toList())
                .singleElement()
                .asString()
                .contains("idempotent");
    }

    private static long shown(String rows) {
        return browser.findElements(By.cssSelector(rows)).stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    @Test
    void without_scripts_every_picture_and_every_row_is_there() {
        open(1280, 800);
        int pictures = browser.findElements(By.cssSelector("svg.picture")).size();
        int rows = browser.findElements(By.cssSelector("tr")).size();

        scripts(true);
        open(1280, 800);

        assertThat(browser.findElements(By.cssSelector("svg.picture"))).hasSize(pictures);
        assertThat(browser.findElements(By.cssSelector("svg.picture")))
                .allSatisfy(picture -> assertThat(picture.isDisplayed()).isTrue());
        assertThat(browser.findElements(By.cssSelector("tr"))).hasSize(rows);
        assertThat(browser.findElements(By.cssSelector("a[download]")))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.getDomAttribute("href")).startsWith("data:text/csv"));
    }

    @Test
    void it_is_dark_where_the_reader_asks_for_dark() throws IOException {
        open(1280, 800);
        double light = brightness();

        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        screenshot("dark");

        assertThat(light).isGreaterThan(200);
        assertThat(brightness()).isLessThan(60);
    }

    private static double brightness() {
        return number("return Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]);");
    }

    @Test
    void a_phone_needs_no_scrolling_sideways() throws IOException {
        open(390, 844);
        screenshot("phone");

        Object wider = browser.executeScript("return [...document.querySelectorAll('body *')]"
                + ".filter((each) => each.getBoundingClientRect().right > 390 && !each.closest('.wide > *, .drawing > *'))"
                + ".map((each) => each.outerHTML.slice(0, 80));");
        assertThat(number("return document.documentElement.scrollWidth;"))
                .as("wider: " + wider)
                .isLessThanOrEqualTo(390);
    }

    @Test
    void the_first_screen_has_the_answer() {
        for (int[] size : new int[][] {{1280, 800}, {390, 844}}) {
            open(size[0], size[1]);

            assertThat(number("return document.querySelector('.advice li').getBoundingClientRect().bottom;"))
                    .isLessThan(size[1]);
        }
    }

    @Test
    void on_paper_nothing_is_cut_off() throws IOException {
        open(1280, 800);
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));

        assertThat(number("return document.querySelectorAll('.boxes')[0].getBoundingClientRect().height;"))
                .isZero();
        assertThat(browser.executeCdpCommand("Page.printToPDF", Map.of()).get("data"))
                .asString()
                .startsWith("JVBER");
    }

    private static double number(String script, Object... arguments) {
        return ((Number) browser.executeScript(script, arguments)).doubleValue();
    }
}
