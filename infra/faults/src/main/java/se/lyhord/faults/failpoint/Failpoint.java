package se.lyhord.faults.failpoint;

import java.nio.file.Path;
import java.util.List;
import se.lyhord.faults.agent.Order;
import se.lyhord.local.run.Service;

/**
 * A place where a service's process can be made to halt.
 *
 * @param name such as {@code voting-fence-counted}
 * @param service which service's
 * @param type binary name of the class
 * @param methods names of its methods
 * @param after when the method returns, not when it is called
 * @param argument simple class name of an argument; empty for any
 * @param within {@code Class.method} that must be on the stack; empty for any
 * @param hit which call of those that fit, from 1
 */
public record Failpoint(
        String name,
        Service service,
        String type,
        List<String> methods,
        boolean after,
        String argument,
        String within,
        int hit) {

    static Failpoint before(String name, Service service, String type, String method) {
        return new Failpoint(name, service, type, List.of(method), false, "", "", 1);
    }

    static Failpoint after(String name, Service service, String type, String method) {
        return new Failpoint(name, service, type, List.of(method), true, "", "", 1);
    }

    Failpoint withArgument(String simpleName) {
        return new Failpoint(name, service, type, methods, after, simpleName, within, hit);
    }

    Order order(Path halted) {
        return new Order(name, halted, type, methods, after, argument, within, hit);
    }
}
