package latchkey.directory.graph;

import tools.jackson.databind.json.JsonMapper;

/** The one mapper of the adapter; it only reads and writes trees and tokens, so it has no settings. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}
}
