package io.github.sockspec.trial;

import io.github.sockspec.verdict.Occasion;

/** In what way a client is served. */
enum Serving {
    /** Each reply behind its request. */
    IN_TURN,
    /** Each write behind the requests of all replies in it, which the client did not wait with. */
    ASKED_AHEAD,
    /** In turn; when it connects once more behind that, nothing else of it is waited for. */
    UNTIL_IT_LEAVES,
    /** In turn; the last reply goes on and on. */
    ENDLESSLY;

    Occasion.Order order() {
        return this == ASKED_AHEAD ? Occasion.Order.ALL_ASKED_FIRST : Occasion.Order.IN_TURN;
    }
}
