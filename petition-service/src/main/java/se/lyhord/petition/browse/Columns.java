package se.lyhord.petition.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import se.lyhord.petition.petition.Committee;

/** Reads columns that may hold nothing. */
final class Columns {

    private Columns() {}

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static <E extends Enum<E>> @Nullable E constant(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    static @Nullable Committee committee(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : new Committee(code);
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
