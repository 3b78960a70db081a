package io.github.sockspec.report.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Takes the picture of the report that README.md shows: {@code docs/picture} calls it with a page and the picture's place.
 */
public final class ReportPicture {
    private static final int WIDTH = 1100;

    private ReportPicture() {}

    public static void main(String[] arguments) throws IOException {
        Path report = Path.of(arguments[0]).toAbsolutePath();
        Browser.NewContextOptions screen = new Browser.NewContextOptions().setViewportSize(WIDTH, 900);
        try (Chromium chromium = Chromium.start();
                Chromium.Seen seen = chromium.open(report, screen)) {
            Page page = seen.page();
            page.locator("#search").fill("LOGIN-3/accepted@every-cut");
            page.locator(".case.fail:visible summary").first().click();
            page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
            double end = page.locator(".panes:visible").first().boundingBox().y
                    + page.locator(".panes:visible").first().boundingBox().height;
            byte[] picture = page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setClip(new Clip(0, 0, WIDTH, end + 24)));
            ImageIO.write(plainer(ImageIO.read(new ByteArrayInputStream(picture))), "png", new File(arguments[1]));
        }
    }

    /** The same in 32 shades of each colour: nobody sees it, and it is half as large. */
    private static BufferedImage plainer(BufferedImage picture) {
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y);
                plain.setRGB(x, y, shade(colour >> 16) << 16 | shade(colour >> 8) << 8 | shade(colour));
            }
        }
        return plain;
    }

    private static int shade(int colour) {
        return Math.round((colour & 0xff) / 255f * 31) * 255 / 31;
    }
}
