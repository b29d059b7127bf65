package se.lyhord.planted.localdatenow.order;

import java.time.LocalDate;
import java.time.ZoneOffset;

public class Planted {

    public LocalDate day() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
