package dev.idpscripts.workspace.yaml;

import java.math.BigDecimal;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Plain JSON values as YAML on one line. */
public final class FlowYaml {

    /** Whatever stands anywhere must stay on its line and be read as what it is. */
    private static final class OneLine extends Representer {

        private static final int LONGEST = 40;

        OneLine(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            if (Tag.STR.equals(tag) && value.indexOf('\n') >= 0) {
                return super.representScalar(tag, value, ScalarStyle.DOUBLE_QUOTED);
            }
            return super.representScalar(tag, Tag.FLOAT.equals(tag) ? decimal(value) : value, style);
        }

        /** {@code 1.0E-7} is no number to every reader, {@code 100} is a whole one to all. */
        private static String decimal(String value) {
            String plain = new BigDecimal(value).toPlainString();
            if (plain.length() > LONGEST) {
                return value;
            }
            return plain.contains(".") ? plain : plain + ".0";
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
