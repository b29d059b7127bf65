package se.lyhord.faults.failpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import se.lyhord.faults.agent.HaltAgent;
import se.lyhord.faults.agent.Halts;
import se.lyhord.faults.agent.Order;

/** The agent with nothing besides, as the JDK wants it. */
final class AgentJar {

    private static final List<String> CLASSES =
            List.of(
                    HaltAgent.class.getName(),
                    Halts.class.getName(),
                    Order.class.getName(),
                    HaltAgent.class.getPackageName() + ".HaltTransformer",
                    HaltAgent.class.getPackageName() + ".HaltTransformer$1");

    private AgentJar() {}

    static Path write(Path file) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Agent-Class", HaltAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (String name : CLASSES) {
                String entry = name.replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(entry));
                try (InputStream bytes = AgentJar.class.getResourceAsStream("/" + entry)) {
                    if (bytes == null) {
                        throw new IOException(entry + " is missing");
                    }
                    bytes.transferTo(jar);
                }
            }
        }
        return file.toAbsolutePath();
    }
}
