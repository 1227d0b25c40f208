package sekisho.server.web;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON bodies whole. A body with its length in front is one packet and needs no chunks.
 */
final class JsonBodies extends AbstractHttpMessageConverter<Object> {
    private final JsonMapper mapper;
    private final ConcurrentMap<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    JsonBodies(JsonMapper mapper) {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
        this.mapper = mapper;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type != byte[].class && type != String.class;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage input) throws IOException {
        ObjectReader known = readers.get(type);
        ObjectReader reader = known != null ? known : readers.computeIfAbsent(type, mapper::readerFor);
        return reader.readValue(input.getBody().readAllBytes());
    }

    @Override
    protected void writeInternal(Object body, HttpOutputMessage output) throws IOException {
        ObjectWriter known = writers.get(body.getClass());
        ObjectWriter writer = known != null ? known : writers.computeIfAbsent(body.getClass(), mapper::writerFor);
        byte[] bytes = writer.writeValueAsBytes(body);
        output.getHeaders().setContentLength(bytes.length);
        output.getBody().write(bytes);
    }
}
