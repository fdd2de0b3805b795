/** Where the bytes of artwork and proofs are kept; the ledger knows them by their SHA-256 alone. */
@NullMarked
package jobtrail.command.platform.artwork;

import org.jspecify.annotations.NullMarked;
