package org.broadsheet.server.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Sockets that send each command at once. Without it a mail waits for the other side's delayed
/// acknowledgement, about 45 ms, several times.
final class NoDelaySockets extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
        return hurried(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return hurried(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return hurried(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return hurried(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return hurried(new Socket(host, port, local, localPort));
    }

    private static Socket hurried(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
