package dev.idpscripts.plan;

import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;

/** Gives a change another reason. */
public record Because(Reason why)
        implements ScriptChange.Cases<Change>, BindingChange.Cases<Change>, TemplateChange.Cases<Change> {

    public Change of(Change change) {
        return change.match(s -> s.match(this), b -> b.match(this), t -> t.match(this));
    }

    @Override
    public Change create(ScriptChange.Create c) {
        return new ScriptChange.Create(c.script(), why);
    }

    @Override
    public Change update(ScriptChange.Update c) {
        return new ScriptChange.Update(c.current(), c.before(), c.script(), why);
    }

    @Override
    public Change rename(ScriptChange.Rename c) {
        return new ScriptChange.Rename(c.current(), c.to(), why);
    }

    @Override
    public Change describe(ScriptChange.Describe c) {
        return new ScriptChange.Describe(c.current(), c.name(), c.to(), why);
    }

    @Override
    public Change activate(ScriptChange.Activate c) {
        return new ScriptChange.Activate(c.current(), c.name(), why);
    }

    @Override
    public Change deactivate(ScriptChange.Deactivate c) {
        return new ScriptChange.Deactivate(c.current(), c.name(), why);
    }

    @Override
    public Change delete(ScriptChange.Delete c) {
        return new ScriptChange.Delete(c.current(), why);
    }

    @Override
    public Change bind(BindingChange.Bind c) {
        return new BindingChange.Bind(c.binding(), c.connectorId(), c.storedScript(), why);
    }

    @Override
    public Change rebind(BindingChange.Rebind c) {
        return new BindingChange.Rebind(c.current(), c.binding(), why);
    }

    @Override
    public Change move(BindingChange.Move c) {
        return new BindingChange.Move(c.current(), c.script(), c.from(), c.to(), why);
    }

    @Override
    public Change unbind(BindingChange.Unbind c) {
        return new BindingChange.Unbind(c.current(), c.script(), c.slot(), why);
    }

    @Override
    public Change create(TemplateChange.Create c) {
        return new TemplateChange.Create(c.template(), why);
    }

    @Override
    public Change update(TemplateChange.Update c) {
        return new TemplateChange.Update(c.current(), c.template(), why);
    }

    @Override
    public Change rename(TemplateChange.Rename c) {
        return new TemplateChange.Rename(c.current(), c.to(), why);
    }

    @Override
    public Change describe(TemplateChange.Describe c) {
        return new TemplateChange.Describe(c.current(), c.name(), c.to(), why);
    }

    @Override
    public Change delete(TemplateChange.Delete c) {
        return new TemplateChange.Delete(c.current(), why);
    }
}
