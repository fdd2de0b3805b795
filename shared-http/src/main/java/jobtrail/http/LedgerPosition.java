package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;

/** How far into the ledger an answer knows, or a question wants to be answered. */
public final class LedgerPosition {

  /** The header that carries it, both ways. */
  public static final String HEADER = "Ledger-Position";

  private LedgerPosition() {}

  /**
   * The position that the caller has seen; empty when it names none.
   *
   * @throws RequestRefused 400 when the header is not one whole number of 0 or more
   */
  public static OptionalLong of(HttpServletRequest request) {
    String said = Headers.single(request, HEADER);
    return said == null
        ? OptionalLong.empty()
        : OptionalLong.of(WholeNumber.parse(HEADER, said, 0, Long.MAX_VALUE));
  }

  /** Tells the caller how far the answer knows. */
  public static void write(HttpServletResponse response, long position) {
    response.setHeader(HEADER, Long.toString(position));
  }
}
