package sekisho.server.api.links;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(description = "A wallet's links, closed ones too, in the order in which they were asked for.")
record LinkList(List<LinkView> links) {}
