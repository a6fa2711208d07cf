package dev.idpscripts.workspace.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a file stays when its text is replaced. Here N stands for LF, R for CR, B for the byte order mark. */
class TextFormTest {

    @TempDir
    Path folder;

    private static String real(String text) {
        return text == null ? "" : text.replace('N', '\n').replace('R', '\r').replace('B', '\uFEFF');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aNbN     | aNcNbN   | aNcNbN
            aRNbRN   | aNcNbN   | aRNcRNbRN
            aRNbRN   | aNbNc    | aRNbRNc
            aRNb     | aNbNcN   | aRNbRNcRN
            aRNb     | aNb      | aRNb
            aRNbRN   | aNb      | aRNb
            BaN      | bN       | BbN
            BaRNbRN  | xNyN     | BxRNyRN
            aRbR     | aNcNbN   | aRcRbR
            aRNbNcN  | aNxNbNcN | aRNxNbNcN
            aRNbNcRN | aNbNcNdN | aRNbNcRNdRN
            aRNbNcRN | bNaNxN   | bNaRNxRN
            aNaRNbRN | aNaNbN   | aNaRNbRN
            aRNRNbRN | aNNbN    | aRNRNbRN
            a        | aNbN     | aNbN
            aRNbN    | cN       | cN
            aRN      |          |
                     | aNbN     | aNbN
            aNb      | aRNb     | aNb
            """)
    void staysAsItIs(String before, String text, String after) throws IOException {
        Path file = Files.writeString(folder.resolve("f"), real(before));
        assertEquals(real(after), TextForm.of(file).apply(real(text)));
    }

    @Test
    void aNewFileIsAsItIsGiven() {
        assertEquals("a\nb", TextForm.of(folder.resolve("none")).apply("a\nb"));
    }
}
