package org.broadsheet.source;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// How a source asks over the network: politely. One request at a time for each host, with the
/// pause that the source wishes, a contact in `User-Agent`, conditional requests, packed answers
/// unpacked, and patience with busy servers (429, 503 and `Retry-After`, cut connections), which
/// are asked again a few times.
public interface Web {
    /// The answer to a GET.
    ///
    /// @param headers beside those that are always sent
    /// @throws SourceTrouble when the answer is neither 200 nor 404, saying what it was
    /// @throws IOException when no whole answer came
    Answer get(URI address, Map<String, String> headers) throws IOException, InterruptedException;

    /// An answer with its body unpacked.
    ///
    /// @param status 200 or 404
    /// @param contentType as sent, empty when it was not
    // A value that is made once and read once; nobody compares it.
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, String contentType, byte[] body) {}
}
