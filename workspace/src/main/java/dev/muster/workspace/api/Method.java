package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One method of the Web API: arguments in, the answer's fields out, or a refusal. */
@FunctionalInterface
interface Method {
    ObjectNode call(Args args);
}
