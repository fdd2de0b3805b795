package jobtrail.ledger;

/**
 * A schema of the database that this process needs; it is migrated before the connection pool
 * opens.
 *
 * @param name the PostgreSQL schema, which also holds its own Flyway history
 * @param location Flyway location of its migrations, for example {@code classpath:db/ledger}
 * @param order lower ones are migrated first
 */
public record DatabaseSchema(String name, String location, int order) {}
