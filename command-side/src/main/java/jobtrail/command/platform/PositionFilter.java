package jobtrail.command.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jobtrail.http.LedgerPosition;
import jobtrail.ledger.Ledger;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every answer to a command says where the ledger ended, also one that is refused before it comes
 * to a controller.
 */
final class PositionFilter extends OncePerRequestFilter {

  private final Ledger ledger;

  PositionFilter(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return HttpMethod.GET.matches(request.getMethod())
        || HttpMethod.HEAD.matches(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    LedgerPosition.write(response, ledger.knownHead());
    chain.doFilter(request, response);
  }
}
