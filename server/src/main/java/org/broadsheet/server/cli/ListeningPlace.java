package org.broadsheet.server.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;
import org.broadsheet.server.wiring.Listening;

/// Looks whether the server can listen where it is told to.
final class ListeningPlace {
    private ListeningPlace() {}

    /// Tries the address before Spring starts: the answer comes at once, and in our words.
    static Listening tried(String bind, int port) {
        try (var socket = new ServerSocket()) {
            var address = InetAddress.getByName(bind);
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return new Listening(bind, address);
        } catch (UnknownHostException _) {
            throw notOurAddress(bind);
        } catch (BindException e) {
            throw whyNot(e, bind, port);
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.PORT_UNUSABLE,
                    "Cannot listen on " + bind + ":" + port + ": " + e.getMessage());
        }
    }

    /// Java tells these cases apart only by the system's message.
    private static Failure whyNot(BindException e, String bind, int port) {
        var reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("assign")) {
            return notOurAddress(bind);
        }
        if (reason.contains("permission")) {
            return new Failure(
                    ExitCode.PORT_UNUSABLE,
                    "Port "
                            + port
                            + " needs more rights than this user has. Choose one above 1023,"
                            + " for example --port 8080.");
        }
        return new Failure(
                ExitCode.PORT_UNUSABLE,
                "Port "
                        + port
                        + " on "
                        + bind
                        + " is in use by another program (perhaps another"
                        + " Broadsheet). Stop that one, or choose another port: broadsheet serve"
                        + " --port "
                        + (port == 65535 ? port - 1 : port + 1));
    }

    private static Failure notOurAddress(String bind) {
        return new Failure(
                ExitCode.PORT_UNUSABLE,
                "The address to bind is '"
                        + bind
                        + "', which is no address of this machine. Use localhost,"
                        + " 0.0.0.0 for all addresses, or one of this machine's own.");
    }
}
