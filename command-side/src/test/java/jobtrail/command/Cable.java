package jobtrail.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jobtrail.ledger.DatabaseAddress;

/** The line between a node and its database, which can be cut. */
final class Cable implements AutoCloseable {

  private final DatabaseAddress there;
  private final String host;
  private final int port;
  private final ServerSocket socket;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Cable(DatabaseAddress there) throws IOException {
    this.there = there;
    URI address = URI.create(there.url().substring("jdbc:".length()));
    host = address.getHost();
    port = address.getPort();
    socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** The database as seen through this line. */
  DatabaseAddress address() {
    return new DatabaseAddress(
        there.url().replace(host + ":" + port, "127.0.0.1:" + socket.getLocalPort()),
        there.username(),
        there.password());
  }

  /** Breaks every connection and takes no new one. */
  void cut() {
    cut = true;
    open.forEach(Cable::shut);
  }

  void mend() {
    cut = false;
  }

  @Override
  public void close() throws IOException {
    cut();
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket near = socket.accept();
        if (cut) {
          near.close();
          continue;
        }
        Socket far = new Socket(host, port);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> carry(near, far));
        Thread.ofVirtual().start(() -> carry(far, near));
      } catch (IOException e) {
        // The line is closed, or the database is.
      }
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[64 * 1024];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      int read = in.read(buffer);
      while (read >= 0) {
        out.write(buffer, 0, read);
        read = in.read(buffer);
      }
    } catch (IOException e) {
      // Cut.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void shut(Socket end) {
    try {
      end.close();
    } catch (IOException e) {
      // It is as good as closed.
    }
  }
}
