package sekisho.node.replay;

import io.aeron.cluster.RecordingLog;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.codecs.MessageHeaderDecoder;
import io.aeron.cluster.codecs.SessionMessageHeaderDecoder;
import io.aeron.cluster.codecs.TimerEventDecoder;
import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import sekisho.wire.FrameDecoder;
import sekisho.wire.MalformedFrame;
import sekisho.wire.home.HomeLayout;

/** Reads the command log of a home, step by step, from its files. Owner: one thread. */
final class CommandLogReader implements AutoCloseable {

    private final HomeLayout home;
    private final long recording;
    private final FrameDecoder frames = new FrameDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final SessionMessageHeaderDecoder session = new SessionMessageHeaderDecoder();
    private final TimerEventDecoder timer = new TimerEventDecoder();
    private final ExpandableArrayBuffer message = new ExpandableArrayBuffer(64 * 1024);
    private int gathered;
    private long position;
    private @Nullable UnsafeBuffer segment;
    private long base;

    /**
     * A reader of all steps after a position.
     *
     * @param afterPosition where a step ends; 0: from the beginning
     * @throws NotReplayable if the log does not reach back so far
     */
    CommandLogReader(HomeLayout home, long afterPosition) throws IOException, NotReplayable {
        this.home = home;
        position = afterPosition;
        if (!Files.exists(home.cluster().resolve(RecordingLog.RECORDING_LOG_FILE_NAME))) {
            throw new NotReplayable("there is no command log in " + home.home());
        }
        try (var log = new RecordingLog(home.cluster().toFile(), false)) {
            recording = log.findLastTermRecordingId();
        }
    }

    /**
     * The next step; null: the log has no more.
     *
     * @throws NotReplayable if the next piece of the log is missing
     */
    @Nullable
    LoggedStep next() throws IOException, NotReplayable {
        while (true) {
            UnsafeBuffer open = segment();
            int at = (int) (position - base);
            int length = open.getInt(at, ByteOrder.LITTLE_ENDIAN);
            if (length <= 0) {
                return null;
            }
            int type = open.getShort(at + DataHeaderFlyweight.TYPE_FIELD_OFFSET, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
            byte flags = open.getByte(at + DataHeaderFlyweight.FLAGS_FIELD_OFFSET);
            position += BitUtil.align(length, FrameDescriptor.FRAME_ALIGNMENT);
            if (type == DataHeaderFlyweight.HDR_TYPE_DATA && gather(open, at, length, flags)) {
                LoggedStep step = step(message, gathered);
                if (step != null) {
                    return step;
                }
            }
        }
    }

    /** Gathers a message's pieces; whether it is whole. */
    private boolean gather(DirectBuffer from, int at, int length, byte flags) {
        if ((flags & FrameDescriptor.BEGIN_FRAG_FLAG) != 0) {
            gathered = 0;
        }
        int bytes = length - DataHeaderFlyweight.HEADER_LENGTH;
        message.putBytes(gathered, from, at + DataHeaderFlyweight.HEADER_LENGTH, bytes);
        gathered += bytes;
        return (flags & FrameDescriptor.END_FRAG_FLAG) != 0;
    }

    private @Nullable LoggedStep step(DirectBuffer buffer, int length) {
        header.wrap(buffer, 0);
        if (header.templateId() == TimerEventDecoder.TEMPLATE_ID) {
            timer.wrapAndApplyHeader(buffer, 0, header);
            return timer.correlationId() == LoggedStep.TICK
                    ? new LoggedStep(position, timer.timestamp(), List.of())
                    : null;
        }
        if (header.templateId() != SessionMessageHeaderDecoder.TEMPLATE_ID) {
            return null;
        }
        session.wrapAndApplyHeader(buffer, 0, header);
        try {
            int payload = AeronCluster.SESSION_HEADER_LENGTH;
            frames.wrap(buffer, payload, length - payload);
        } catch (MalformedFrame passedOver) {
            return null; // Depends on nothing but the bytes: the node passed it over too, and said so.
        }
        return new LoggedStep(position, session.timestamp(), frames.requests());
    }

    /** The file that holds the next byte. */
    private UnsafeBuffer segment() throws IOException, NotReplayable {
        UnsafeBuffer open = segment;
        if (open != null && position - base < open.capacity()) {
            return open;
        }
        close();
        var files = new TreeMap<Long, Path>();
        list(home.archive().resolve("log"), files);
        list(home.log(), files);
        var file = files.floorEntry(position);
        if (file == null || position - file.getKey() >= Files.size(file.getValue())) {
            throw new NotReplayable("the command log's piece at position " + position + " is neither in " + home.log()
                    + " nor in " + home.archive());
        }
        try (var channel = FileChannel.open(file.getValue(), StandardOpenOption.READ)) {
            open = new UnsafeBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
        base = file.getKey();
        segment = open;
        return open;
    }

    private void list(Path folder, Map<Long, Path> to) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, recording + "-*.rec")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                to.put(Long.parseLong(name, name.indexOf('-') + 1, name.indexOf('.'), 10), file);
            }
        }
    }

    @Override
    public void close() {
        if (segment != null) {
            BufferUtil.free(segment.byteBuffer());
            segment = null;
        }
    }
}
