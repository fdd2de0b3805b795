package jobtrail.stories;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** A print file of any size that nobody has to hold: the same page again and again, numbered. */
record LargeFile(long size) {

  private static final int PAGE = 1024 * 1024;
  private static final byte[] NOISE = noise();

  /** All of it, made while it is read. */
  InputStream stream() {
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        if (at == size) {
          return -1;
        }
        int inPage = (int) (at % PAGE);
        int n = (int) Math.min(Math.min(length, PAGE - inPage), size - at);
        System.arraycopy(NOISE, inPage, bytes, offset, n);
        // The first byte of each page is its number, so that no page can stand for another.
        if (inPage == 0 && n > 0 && at > 0) {
          bytes[offset] = (byte) (at / PAGE);
        }
        at += n;
        return n;
      }
    };
  }

  String sha256() throws java.io.IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[PAGE];
    try (InputStream in = stream()) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] noise() {
    byte[] page = new byte[PAGE];
    new SplittableRandom(7).nextBytes(page);
    byte[] start = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, page, 0, start.length);
    return page;
  }
}
