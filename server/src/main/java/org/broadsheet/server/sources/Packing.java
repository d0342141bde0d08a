package org.broadsheet.server.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// How a file is compressed, told by its first bytes. Several compressed pieces one after another
/// read as one.
enum Packing {
    GZIP("gzip", "1f8b08"),
    BZIP2("bzip2", "425a68"),
    XZ("xz", "fd377a585a00"),
    ZSTD("zstd", "28b52ffd"),
    NONE("", "");

    /// The most bytes of a file that [#of] looks at.
    static final int LOOKS_AT = 6;

    /// What xz may take for its dictionary; its strongest setting takes 65 MiB.
    private static final int XZ_MOST_KIB = 256 << 10;

    private final String label;
    private final byte[] magic;

    Packing(String label, String magic) {
        this.label = label;
        this.magic = HexFormat.of().parseHex(magic);
    }

    static Packing of(byte[] head) {
        for (Packing packing : values()) {
            if (startsWith(head, packing.magic)) {
                return packing;
            }
        }
        return NONE;
    }

    String label() {
        return label;
    }

    InputStream unpack(InputStream packed) throws IOException {
        return switch (this) {
            case GZIP ->
                    GzipCompressorInputStream.builder()
                            .setInputStream(packed)
                            .setDecompressConcatenated(true)
                            .get();
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
            case XZ -> new XZInputStream(packed, XZ_MOST_KIB);
            case ZSTD -> new ZstdCompressorInputStream(packed);
            case NONE -> packed;
        };
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length
                && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
