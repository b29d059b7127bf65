package se.lyhord.restoredrill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import se.lyhord.local.Folders;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.Part;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.Service;

/** Copies of all stores, as a snapshot of a running machine's disk would be. */
final class Copies {

    private final LocalSystem system;
    private final Path folder;

    /**
     * @param system a running system
     * @param folder where to keep the copies
     */
    Copies(LocalSystem system, Path folder) {
        this.system = system;
        this.folder = folder;
    }

    /** Copies everything at one moment, while nothing moves. */
    void save(String name) {
        List<Part> parts = new ArrayList<>(instances(Set.of(Service.values())));
        parts.addAll(servers(EnumSet.allOf(Store.class)));
        parts.forEach(Part::freeze);
        try {
            for (Store store : Store.values()) {
                copy(store.folder(system), at(name, store));
            }
        } finally {
            parts.reversed().forEach(Part::goOn);
        }
        // It would keep a server from starting whose process has its id by chance.
        for (Store store : Store.values()) {
            delete(at(name, store).resolve("postmaster.pid"));
        }
    }

    /**
     * Ends what uses the stores, puts copies in their place and starts it all again.
     *
     * @param stores which, and from which copies
     */
    void putBack(Collection<Source> stores) throws InterruptedException {
        Set<Store> which = EnumSet.noneOf(Store.class);
        Set<Service> users = EnumSet.noneOf(Service.class);
        for (Source source : stores) {
            which.add(source.store());
            users.addAll(source.store().users());
        }
        List<Part> instances = instances(users);
        List<Part> servers = servers(which);
        instances.forEach(Part::kill);
        servers.forEach(Part::kill);
        for (Source source : stores) {
            copy(at(source.name(), source.store()), source.store().folder(system));
        }
        start(servers);
        start(instances);
    }

    /** Which copy of a store. */
    record Source(Store store, String name) {}

    private List<Part> instances(Set<Service> services) {
        return services.stream().flatMap(service -> system.instances(service).stream()).toList();
    }

    private List<Part> servers(Set<Store> stores) {
        return stores.stream().map(store -> store.server(system)).filter(Objects::nonNull).toList();
    }

    private static void start(List<Part> parts) throws InterruptedException {
        List<Future<?>> starting = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> starting.add(threads.submit(part::start)));
        }
        for (Future<?> one : starting) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new LocalFailure("A part does not start after it was put back.", e);
            }
        }
    }

    private Path at(String name, Store store) {
        return folder.resolve(name).resolve(store.name());
    }

    /** With owners and rights, which PostgreSQL looks at. */
    private static void copy(Path from, Path to) {
        Folders.delete(to);
        try {
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Process copying =
                    new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                            .inheritIO()
                            .start();
            if (copying.waitFor() != 0) {
                throw new LocalFailure("Cannot copy " + from + " to " + to + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while copying.", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
