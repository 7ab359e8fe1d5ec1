package io.producerbench.report.drawing;

/** Says that this Java cannot paint text. */
public final class NoFontsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoFontsException(Throwable cause) {
        super("this Java cannot paint text: expected fonts and fontconfig, got " + cause, cause);
    }
}
