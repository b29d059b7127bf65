package se.lyhord.faults.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a process is to halt, once.
 *
 * @param name of the failpoint
 * @param halted file that says who has halted, made by whoever is first
 * @param type binary name of the class
 * @param methods names of its methods, overloads included
 * @param after halt when the method returns, not when it is called
 * @param argument the simple class name of one argument; empty for any
 * @param within a method that must be on the stack, as {@code Class.method}; empty for any
 * @param hit halt at this call of those that fit, from 1, within one call of {@code within}
 */
public record Order(
        String name,
        Path halted,
        String type,
        List<String> methods,
        boolean after,
        String argument,
        String within,
        int hit) {

    /** Writes it for {@link #read}. */
    public void write(Path file) throws IOException {
        Files.write(
                file,
                List.of(
                        name,
                        halted.toString(),
                        type,
                        String.join(" ", methods),
                        Boolean.toString(after),
                        argument,
                        within,
                        Integer.toString(hit)));
    }

    static Order read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new Order(
                lines.get(0),
                Path.of(lines.get(1)),
                lines.get(2),
                List.of(lines.get(3).split(" ")),
                Boolean.parseBoolean(lines.get(4)),
                lines.get(5),
                lines.get(6),
                Integer.parseInt(lines.get(7)));
    }
}
