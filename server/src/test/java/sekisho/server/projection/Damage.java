package sekisho.server.projection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;
import sekisho.wire.home.HomeLayout;
import sekisho.wire.home.OutcomeSegment;

/** Damages an outcome log as a bad disk would. */
final class Damage {
    private Damage() {}

    /** Flips a byte of the last frame that was recorded. */
    static void flipAByteOfTheLastSegment(Path home) throws IOException {
        Path last;
        try (var files = Files.list(new HomeLayout(home).outcomes())) {
            last = files.filter(it -> it.toString().endsWith(OutcomeSegment.EXTENSION))
                    .sorted()
                    .reduce((_, later) -> later)
                    .orElseThrow();
        }
        try (var channel = FileChannel.open(last, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var segment = new UnsafeBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            int at = OutcomeSegment.HEADER_LENGTH;
            int before = at;
            while (OutcomeSegment.payloadLength(segment, at) > 0) {
                before = at;
                at += OutcomeSegment.frameLength(OutcomeSegment.payloadLength(segment, at));
            }
            long place = before + OutcomeSegment.FRAME_HEADER_LENGTH + 1L;
            var one = ByteBuffer.allocate(1);
            channel.read(one, place);
            one.put(0, (byte) (one.get(0) ^ 1)).position(0);
            channel.write(one, place);
        }
    }
}
