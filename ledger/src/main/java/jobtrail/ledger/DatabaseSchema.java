package jobtrail.ledger;

import org.flywaydb.core.Flyway;

/**
 * A schema of the database that this process needs; it is migrated before the connection pool
 * opens.
 *
 * @param name the PostgreSQL schema, which also holds its own Flyway history
 * @param location Flyway location of its migrations, for example {@code classpath:db/ledger}
 * @param order lower ones are migrated first
 */
public record DatabaseSchema(String name, String location, int order) {

  static final DatabaseSchema LEDGER = new DatabaseSchema("ledger", "classpath:db/ledger", 0);

  /** Brings the schema up to date, or makes it. */
  void migrate(DatabaseAddress address) {
    Flyway.configure()
        .dataSource(address.url(), address.username(), address.password())
        .schemas(name)
        .defaultSchema(name)
        .locations(location)
        .connectRetries(10)
        .load()
        .migrate();
  }
}
