package jobtrail.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between a node and its database, which can lose what goes over it. */
final class Wire implements AutoCloseable {

  private final int databasePort;
  private final ServerSocket door;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean losesRequests;
  private volatile boolean losesAnswers;
  private volatile boolean down;
  private volatile boolean lost;

  Wire(DatabaseAddress address) throws IOException {
    databasePort = Integer.parseInt(address.url().replaceAll(".*:(\\d+)/.*", "$1"));
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** The same database at the other end of this wire. */
  DatabaseAddress over(DatabaseAddress address) {
    return new DatabaseAddress(
        address.url().replaceAll("//[^/]*/", "//127.0.0.1:" + door.getLocalPort() + "/"),
        address.username(),
        address.password());
  }

  void loseRequests() {
    losesRequests = true;
  }

  void loseAnswers() {
    losesAnswers = true;
  }

  /** True once something was lost. */
  boolean lost() {
    return lost;
  }

  /** Breaks every connection; new ones are as good as new. */
  void cut() {
    losesRequests = false;
    losesAnswers = false;
    ends.forEach(Wire::close);
    ends.clear();
  }

  /** Breaks every connection and lets no new one through until {@link #mend}. */
  void takeDown() {
    down = true;
    cut();
  }

  void mend() {
    down = false;
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket node = door.accept();
        if (down) {
          node.close();
          continue;
        }
        Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
        ends.add(node);
        ends.add(database);
        Thread.ofVirtual().start(() -> carry(node, database, true));
        Thread.ofVirtual().start(() -> carry(database, node, false));
      } catch (IOException e) {
        // The door was closed, or the database is away: the node finds out by itself.
      }
    }
  }

  private void carry(Socket from, Socket to, boolean requests) {
    byte[] buffer = new byte[8_192];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (requests ? losesRequests : losesAnswers) {
          lost = true;
        } else {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // Cut: that is what this wire is for.
    }
  }

  private static void close(Socket end) {
    try {
      end.close();
    } catch (IOException e) {
      // As good as closed.
    }
  }
}
