package dev.idpscripts.workspace.yaml;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** Plain JSON values as YAML on one line. */
public final class FlowYaml {

    /** Whatever stands anywhere must stay on its line and be read as what it is. */
    private static final class OneLine extends PlainRepresenter {

        OneLine(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            boolean lines = Tag.STR.equals(tag) && value.indexOf('\n') >= 0;
            return super.representScalar(tag, value, lines ? ScalarStyle.DOUBLE_QUOTED : style);
        }
    }

    private FlowYaml() {}

    public static String write(Object value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        return new Yaml(new OneLine(options), options).dump(value).strip();
    }
}
