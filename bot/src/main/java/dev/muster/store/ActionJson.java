package dev.muster.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.muster.runbook.Action;

/** By which names the sorts of actions are written down. The names are lasting. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(value = Action.Manual.class, name = "manual"),
    @Type(value = Action.Check.class, name = "check"),
    @Type(value = Action.Decision.class, name = "decision"),
    @Type(value = Action.Command.class, name = "command"),
    @Type(value = Action.Http.class, name = "http"),
    @Type(value = Action.Message.class, name = "message"),
    @Type(value = Action.Assign.class, name = "assign"),
    @Type(value = Action.SetStage.class, name = "stage"),
    @Type(value = Action.Wait.class, name = "wait"),
    @Type(value = Action.Approval.class, name = "approval"),
    @Type(value = Action.Call.class, name = "runbook")
})
interface ActionJson {}
