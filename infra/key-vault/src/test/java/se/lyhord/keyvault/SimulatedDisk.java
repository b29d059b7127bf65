package se.lyhord.keyvault;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A directory in memory that knows what has been synced. Before every operation it tells a watcher,
 * who may ask what a crash at that moment could leave.
 *
 * <p>As POSIX allows and journalling file systems rarely do: an unsynced name may be there or not,
 * whatever happened to those before and after it; an unsynced content may be the old one, the new
 * one, empty, or the new one up to its middle; a file without a name keeps its blocks.
 */
class SimulatedDisk extends VaultFiles {

    private final Disk disk;
    private final Predicate<String> omitted;
    private final Watcher watcher;
    private String before = "";

    /** Told before each operation. */
    interface Watcher {
        void before(String operation, Disk disk);
    }

    /**
     * @param anywhere a directory that exists; nothing is written to it
     * @param disk what is there, as a killed process leaves it
     * @param omitted syncs that are not carried out, by their labels; see {@link #label}
     */
    SimulatedDisk(Path anywhere, Disk disk, Predicate<String> omitted, Watcher watcher)
            throws IOException {
        super(anywhere);
        this.disk = disk;
        this.omitted = omitted;
        this.watcher = watcher;
    }

    /** An unsynced change of the directory. */
    private sealed interface Naming {
        void on(Map<String, Integer> names);

        record Link(String name, int file) implements Naming {
            @Override
            public void on(Map<String, Integer> names) {
                names.put(name, file);
            }
        }

        record Rename(String from, String to, int file) implements Naming {
            @Override
            public void on(Map<String, Integer> names) {
                names.remove(from);
                names.put(to, file);
            }
        }

        record Unlink(String name) implements Naming {
            @Override
            public void on(Map<String, Integer> names) {
                names.remove(name);
            }
        }
    }

    /** The disk and what the system holds in memory of it. */
    static final class Disk {

        private final Map<String, Integer> names = new TreeMap<>();
        private final Map<String, Integer> durableNames = new TreeMap<>();
        private final List<Naming> unsynced = new ArrayList<>();
        // For each file what may be found in it after a crash; the last is what is read now.
        private final List<List<byte[]>> files = new ArrayList<>();

        Disk copy() {
            Disk copy = new Disk();
            copy.names.putAll(names);
            copy.durableNames.putAll(durableNames);
            copy.unsynced.addAll(unsynced);
            files.forEach(versions -> copy.files.add(List.copyOf(versions)));
            return copy;
        }

        Set<String> names() {
            return Set.copyOf(names.keySet());
        }

        /** The content of every file, of those without a name too. */
        List<byte[]> blocks() {
            return files.stream().map(List::getLast).toList();
        }

        /** Everything that may be on the disk when the power comes back. */
        List<Disk> afterPowerLoss() {
            var images = new ArrayList<Disk>();
            for (int subset = 0; subset < 1 << unsynced.size(); subset++) {
                var survived = new TreeMap<>(durableNames);
                for (int n = 0; n < unsynced.size(); n++) {
                    if ((subset & 1 << n) != 0) {
                        unsynced.get(n).on(survived);
                    }
                }
                addContents(survived, new ArrayList<>(), images);
            }
            return images;
        }

        private void addContents(
                Map<String, Integer> survived, List<byte[]> chosen, List<Disk> images) {
            if (chosen.size() == files.size()) {
                Disk image = new Disk();
                image.names.putAll(survived);
                image.durableNames.putAll(survived);
                chosen.forEach(content -> image.files.add(List.of(content)));
                images.add(image);
                return;
            }
            for (byte[] version : files.get(chosen.size())) {
                var more = new ArrayList<>(chosen);
                more.add(version);
                addContents(survived, more, images);
            }
        }

        private void change(Naming naming) {
            naming.on(names);
            unsynced.add(naming);
        }

        private int file(String name) throws IOException {
            Integer file = names.get(name);
            if (file == null) {
                throw new NoSuchFileException(name);
            }
            return file;
        }

        private void addVersions(int file, byte[]... later) {
            var versions = new ArrayList<>(files.get(file));
            versions.addAll(List.of(later));
            files.set(file, versions);
        }
    }

    /** An operation without its numbers, and for a sync what went before it. */
    static String label(String operation, String before) {
        String plain = operation.replaceAll("\\d+", "#");
        return operation.startsWith("sync")
                ? plain + " after " + before.replaceAll("\\d+", "#")
                : plain;
    }

    private String begin(String operation) {
        watcher.before(label(operation, before), disk);
        String label = label(operation, before);
        before = operation;
        return label;
    }

    @Override
    Set<String> names() {
        return disk.names();
    }

    @Override
    long length(String name) {
        Integer file = disk.names.get(name);
        return file == null ? 0 : disk.files.get(file).getLast().length;
    }

    @Override
    byte[] read(String name) throws IOException {
        return disk.files.get(disk.file(name)).getLast().clone();
    }

    @Override
    void write(String name, byte[] bytes) throws IOException {
        begin("write " + name);
        if (!disk.names.containsKey(name)) {
            disk.files.add(List.of(new byte[0]));
            disk.change(new Naming.Link(name, disk.files.size() - 1));
        }
        byte[] torn = Arrays.copyOf(bytes, bytes.length / 2);
        disk.addVersions(disk.file(name), new byte[0], torn, bytes.clone());
    }

    @Override
    void overwrite(String name, byte[] bytes) throws IOException {
        begin("overwrite " + name);
        byte[] torn = read(name);
        byte[] whole = torn.clone();
        int length = Math.min(bytes.length, torn.length);
        System.arraycopy(bytes, 0, torn, 0, length / 2);
        System.arraycopy(bytes, 0, whole, 0, length);
        disk.addVersions(disk.file(name), torn, whole);
    }

    @Override
    void sync(String name) throws IOException {
        if (!omitted.test(begin("sync " + name))) {
            int file = disk.file(name);
            disk.files.set(file, List.of(disk.files.get(file).getLast()));
        }
    }

    @Override
    void syncDirectory() {
        if (!omitted.test(begin("sync directory"))) {
            disk.durableNames.clear();
            disk.durableNames.putAll(disk.names);
            disk.unsynced.clear();
        }
    }

    @Override
    void rename(String from, String to) throws IOException {
        begin("rename " + from + " " + to);
        disk.change(new Naming.Rename(from, to, disk.file(from)));
    }

    @Override
    void delete(String name) throws IOException {
        begin("delete " + name);
        if (disk.names.containsKey(name)) {
            disk.change(new Naming.Unlink(name));
        }
    }

    @Override
    Held lock() {
        before = "lock";
        return () -> {};
    }
}
