package io.producerbench.report.picture;

import io.producerbench.report.drawing.NoFontsException;
import io.producerbench.report.drawing.Png;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes each picture of a run as an SVG and as a PNG file, into {@code pictures}. */
public final class PictureFiles {
    /** The subdirectory of a run. */
    public static final String DIRECTORY = "pictures";

    private PictureFiles() {}

    /**
     * Draws a run and writes the files. Without fonts it writes only the SVG files.
     *
     * @return lines that say what could not be written
     */
    public static List<String> write(RunDirectory run, List<RunDirectory> guarantees) {
        return save(run, Pictures.of(run, guarantees));
    }

    /** Writes the files of pictures that are drawn already. */
    public static List<String> save(RunDirectory run, List<Picture> pictures) {
        Path directory = run.path().resolve(DIRECTORY);
        if (pictures.isEmpty()) {
            return List.of();
        }
        try {
            Files.createDirectories(directory);
            String source = "run " + run.path().getFileName();
            for (Picture picture : pictures) {
                RunFile.write(directory.resolve(picture.name() + ".svg"), picture.svgFile(source));
            }
            for (Picture picture : pictures) {
                Files.write(directory.resolve(picture.name() + ".png"), Png.of(picture.framed(source)));
            }
            return List.of();
        } catch (NoFontsException e) {
            return List.of("no PNG files, only SVG: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the pictures into " + directory, e);
        }
    }
}
