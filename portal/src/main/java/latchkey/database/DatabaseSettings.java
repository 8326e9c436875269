package latchkey.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded database keeps its files, and how many connections a node holds. The environment variables
 * {@code DATABASE_URL} and {@code DATABASE_MIGRATION_URL} name a database to use instead.
 *
 * @param folder kept between starts
 * @param connections at most this many from one node
 */
@ConfigurationProperties("latchkey.database")
public record DatabaseSettings(
        @DefaultValue("latchkey-data/postgres") Path folder,
        @DefaultValue("20") @Min(4) @Max(500) int connections) {}
