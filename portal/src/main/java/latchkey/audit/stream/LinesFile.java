package latchkey.audit.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** A file that a forwarder reads; opened anew each time, so that it can be moved away. */
final class LinesFile implements Receiver {

    private final Path file;

    LinesFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public void take(List<Line> lines) throws IOException {
        Files.createDirectories(file.getParent());
        var text = lines.stream().map(line -> line.json() + "\n").collect(Collectors.joining());
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
