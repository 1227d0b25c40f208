package sekisho.server.api.clients;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "All clients, by number.")
record ClientList(List<ClientView> clients) {}
