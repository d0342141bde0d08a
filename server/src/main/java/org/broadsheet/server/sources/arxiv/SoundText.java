package org.broadsheet.server.sources.arxiv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Text in which characters that XML forbids became U+FFFD, so that one of them costs a letter and
/// not the rest of the page.
final class SoundText extends FilterReader {
    SoundText(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int letter = in.read();
        return letter < 0 ? letter : sound((char) letter);
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        int count = in.read(target, from, length);
        for (int i = from; i < from + count; i++) {
            target[i] = sound(target[i]);
        }
        return count;
    }

    private static char sound(char letter) {
        boolean isForbidden =
                letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t'
                        || letter == '\uFFFE'
                        || letter == '\uFFFF';
        return isForbidden ? '\uFFFD' : letter;
    }
}
