package se.lyhord.local.run;

import java.util.ArrayList;
import java.util.List;

/** What a person needs to know when everything is up. */
final class Greeting {

    private Greeting() {}

    static List<String> lines(Plan plan, Secrets secrets) {
        People people = People.read();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  Citizens   " + plan.publicUrl());
        lines.add("  Dashboard  " + plan.dashboardUrl());
        lines.add("  Mailbox    " + plan.mailboxUrl());
        lines.add("");
        lines.add("  Vote as, with password " + people.eidPassword() + ":");
        for (People.Citizen citizen : people.citizens()) {
            lines.add("    %-14s %s".formatted(citizen.username(), citizen.shows()));
        }
        lines.add("  Work as, with password " + People.staffPassword(secrets) + ":");
        for (People.Employee employee : people.staff()) {
            lines.add("    %-14s %s".formatted(employee.username(), employee.role()));
        }
        lines.add("");
        return lines;
    }
}
