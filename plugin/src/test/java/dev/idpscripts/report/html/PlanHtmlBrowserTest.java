package dev.idpscripts.report.html;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a real browser, which runs none of its scripts: there are none, and if there were, the page forbids them. */
@Tag("proof")
class PlanHtmlBrowserTest {

    private static final String HOSTILE = "</pre></details><script>document.title='hacked'</script>"
            + "<img src=x onerror=\"document.title='hacked'\"> \u001B[31mred \u202Etricky `tick` | "
            + "\uD83D\uDE00".repeat(255);

    private static final PlanMetadata MADE = new PlanMetadata(Instant.EPOCH, "1f2e3d4", "", "a test", "0.1.0");

    /** Kept, so that its level is: every new Chromium is newer than what Selenium knows, and that is no matter here. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static ChromeDriver browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        Optional<File> chromium = onPath("chromium");
        Optional<File> driver = onPath("chromedriver");
        assumeTrue(
                chromium.isPresent() && driver.isPresent(),
                "no Chromium here: apt-get install chromium chromium-driver lets these tests run");
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.orElseThrow())
                        .build(),
                options);
    }

    private static Optional<File> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(dir -> new File(dir, name))
                .filter(File::canExecute)
                .findFirst();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void noScripts() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        media("light");
        width(1400);
    }

    private static void media(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static void width(int pixels) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
    }

    private void show(Plan plan) throws IOException {
        FindingsText places = new FindingsText(new Style(false), origin -> Optional.empty());
        Path file = Files.writeString(folder.resolve("plan.html"), PlanHtml.render(plan, MADE, places));
        browser.get(file.toUri().toString());
        assertEquals(
                List.of(),
                browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(Object::toString)
                        .toList());
    }

    private static Plan plan(Desired files, FakeServer server) {
        Target target = new Target("staging", "https://idp.example.com", FakeServer.TENANT);
        return Planner.plan(files.declare(), server.inventory(), new PlanOptions(target, FakeServer.REPOSITORY, true));
    }

    /** One object of each kind and action, drift too, with long lines and names. */
    private static Plan some() {
        Desired files = new Desired()
                .script("changed", ACTIVE, "let a = 2; // " + "a long line ".repeat(30) + "\nlet b = 1;\n")
                .script("created", ACTIVE, "1")
                .script("theirs " + "x".repeat(200), ACTIVE, "let a = 2;")
                .template("t", null, null, TemplateCategory.CUSTOM, "2", null);
        FakeServer server = new FakeServer()
                .script("changed", ACTIVE, "let a = 1; // " + "a long line ".repeat(30) + "\nlet b = 1;\n")
                .script("deleted", ACTIVE, "1")
                .script("theirs " + "x".repeat(200), null, ACTIVE, "let a = 1;", null)
                .template("t", null, TemplateCategory.CUSTOM, "1", null);
        return plan(files, server);
    }

    private static long number(String script) {
        return ((Number) browser.executeScript("return " + script)).longValue();
    }

    private static long shown(String selector) {
        return browser.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .count();
    }

    private static void click(String id) {
        browser.findElement(By.cssSelector("label[for=" + id + "]")).click();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1400})
    void nothingScrollsSideways(int pixels) throws IOException {
        width(pixels);
        show(some());
        assertEquals(pixels, number("innerWidth"));
        assertEquals(number("document.documentElement.clientWidth"), number("document.documentElement.scrollWidth"));
        assertEquals(
                0,
                number("[...document.querySelectorAll('.item *')].filter(e => e.scrollWidth > e.clientWidth + 1"
                        + " && getComputedStyle(e).overflowX !== 'visible' && e.clientWidth > 0).length"));
    }

    @Test
    void differencesAreShownInTwoWays() throws IOException {
        show(some());
        WebElement line = browser.findElement(By.cssSelector(".item.d-change .change .n .l"));
        WebElement old = browser.findElement(By.cssSelector(".item.d-change .change .o .l"));
        assertTrue(old.getRect().y < line.getRect().y, "one below the other");
        assertEquals(0, shown(".same .n"));
        click("split");
        assertEquals(old.getRect().y, line.getRect().y, "side by side");
        assertTrue(old.getRect().x < line.getRect().x);
        assertNotEquals(0, shown(".same .n"));
        width(400);
        assertTrue(old.getRect().y < line.getRect().y, "one below the other where there is no room");
    }

    @Test
    void eachFilterTakesAwayItsObjects() throws IOException {
        show(some());
        long all = shown("article");
        assertEquals(5, all);
        for (String filter : List.of("script", "template")) {
            click("f-" + filter);
            assertEquals(0, shown("article.k-" + filter));
            click("f-" + filter);
            assertEquals(all, shown("article"));
        }
        for (String filter : List.of("create", "change", "delete", "drift")) {
            assertNotEquals(0, shown("article.d-" + filter), filter);
            click("f-" + filter);
            assertEquals(0, shown("article.d-" + filter), filter);
            assertNotEquals(0, shown("article"), filter);
            click("f-" + filter);
        }
    }

    @Test
    void darkIsDark() throws IOException {
        show(some());
        String light = browser.findElement(By.tagName("body")).getCssValue("background-color");
        media("dark");
        assertNotEquals(light, browser.findElement(By.tagName("body")).getCssValue("background-color"));
    }

    @Test
    void hostileTextIsOnlyText() throws IOException {
        Desired files = new Desired()
                .script("a " + HOSTILE.substring(0, 150), null, HOSTILE, ACTIVE, "let a = 1;\n" + HOSTILE + "\n");
        FakeServer server = new FakeServer()
                .script("a " + HOSTILE.substring(0, 150), "old", ACTIVE, "let a = 2;\n", FakeServer.REPOSITORY)
                .script("c " + HOSTILE, null, ACTIVE, "1", "other");
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        show(plan(files, server));
        assertEquals("Plan for staging", browser.getTitle());
        assertEquals(0, number("document.querySelectorAll('script, img, iframe, a').length"));
        assertEquals(1, number("document.querySelectorAll('article').length"));
        String text = browser.findElement(By.tagName("main")).getText();
        assertTrue(text.contains("<script>document.title='hacked'</script>"), text);
        assertTrue(text.contains("\uD83D\uDE00".repeat(255)), text);
        assertFalse(text.contains("\u001B") || text.contains("\u202E"), text);
    }

    @Test
    void aHugePlanOpensFast() throws IOException {
        Desired files = new Desired();
        FakeServer server = new FakeServer();
        for (int i = 0; i < 500; i++) {
            int script = i;
            String body = IntStream.range(0, 1700)
                    .mapToObj(n -> "let line_" + n + " = " + script + ";                //\n")
                    .collect(Collectors.joining());
            server.script("script " + i, ACTIVE, body);
            files.script("script " + i, ACTIVE, body.replaceAll("line_([0-9]*)77 =", "changed_$1 ="));
        }
        show(plan(files, server));
        long millis = number("performance.getEntriesByType('navigation')[0].loadEventEnd");
        assertTrue(millis > 0 && millis < 3000, "opened in " + millis + " ms");
        assertEquals(500, number("document.querySelectorAll('article').length"));
        assertEquals(500 * 17, number("document.querySelectorAll('.change').length"));
    }
}
