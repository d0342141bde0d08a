package org.broadsheet.server.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/// The home folder in the hands of its one owner: this process, until [#close] or its death, when
/// the system gives the lock back.
public final class Home implements AutoCloseable {
    private final HomeFolder folder;
    private final FileChannel lock;
    private final OwnerToken token;

    private Home(HomeFolder folder, FileChannel lock, OwnerToken token) {
        this.folder = folder;
        this.lock = lock;
        this.token = token;
    }

    /// Takes possession of the folder, and makes it if it is not there.
    public static Opening open(Path path) {
        HomeFolder folder = new HomeFolder(path.toAbsolutePath().normalize());
        try {
            folder.create();
            FileChannel channel =
                    FileChannel.open(
                            folder.lock(),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            folder.only("rw-------"));
            return isLocked(channel) ? opened(folder, channel) : held(folder, channel);
        } catch (IOException e) {
            return new Opening.Unusable(WhyUnusable.of(folder.path(), e));
        }
    }

    public Path path() {
        return folder.path();
    }

    public OwnerToken token() {
        return token;
    }

    /// Tells other processes where this one listens.
    public void listening(InetAddress bound, int port) {
        try {
            folder.write(Owner.listening(bound, port, token.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(WhyUnusable.of(folder.path(), e), e);
        }
    }

    @Override
    public void close() {
        try (lock) {
            if (lock.isOpen()) {
                folder.removeOwner();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give " + folder.path() + " back", e);
        }
    }

    private static Opening opened(HomeFolder folder, FileChannel lock) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        OwnerToken token = new OwnerToken(HexFormat.of().formatHex(random));
        try {
            folder.write(Owner.working(token.value()));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
        return new Opening.Opened(new Home(folder, lock, token));
    }

    private static Opening held(HomeFolder folder, FileChannel channel) throws IOException {
        channel.close();
        return new Opening.Held(folder);
    }

    /// The lock is held as long as the channel is open.
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }
}
