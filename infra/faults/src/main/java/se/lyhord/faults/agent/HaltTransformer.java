package se.lyhord.faults.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.reflect.AccessFlag;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a call of {@link Halts#reached} at the beginning or at the returns of some methods. */
final class HaltTransformer implements ClassFileTransformer {

    private static final ClassDesc HALTS = ClassDesc.of(Halts.class.getName());
    private static final MethodTypeDesc REACHED =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void,
                    ConstantDescs.CD_String,
                    ConstantDescs.CD_Object.arrayType());

    private final Order order;
    private final String type;

    HaltTransformer(Order order) {
        this.order = order;
        this.type = order.type().replace('.', '/');
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable Module module,
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (!type.equals(name)) {
            return null;
        }
        ClassFile files =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                java.lang.classfile.ClassHierarchyResolver.ofResourceParsing(
                                        loader == null
                                                ? ClassLoader.getSystemClassLoader()
                                                : loader)));
        return files.transformClass(
                files.parse(bytes),
                (builder, element) -> {
                    if (element instanceof MethodModel method
                            && order.methods().contains(method.methodName().stringValue())
                            && method.code().isPresent()) {
                        builder.transformMethod(
                                method,
                                (code, part) -> {
                                    if (part instanceof CodeAttribute body) {
                                        code.transformCode(body, calling(method));
                                    } else {
                                        code.with(part);
                                    }
                                });
                    } else {
                        builder.with(element);
                    }
                });
    }

    private CodeTransform calling(MethodModel method) {
        if (order.after()) {
            return (builder, element) -> {
                if (element instanceof ReturnInstruction) {
                    call(builder, method);
                }
                builder.with(element);
            };
        }
        return new CodeTransform() {
            @Override
            public void atStart(CodeBuilder builder) {
                call(builder, method);
            }

            @Override
            public void accept(CodeBuilder builder, CodeElement element) {
                builder.with(element);
            }
        };
    }

    private void call(CodeBuilder code, MethodModel method) {
        List<ClassDesc> parameters = method.methodTypeSymbol().parameterList();
        code.loadConstant(order.name());
        code.loadConstant(parameters.size());
        code.anewarray(ConstantDescs.CD_Object);
        int slot = method.flags().has(AccessFlag.STATIC) ? 0 : 1;
        for (int i = 0; i < parameters.size(); i++) {
            TypeKind kind = TypeKind.from(parameters.get(i));
            if (kind == TypeKind.REFERENCE) {
                code.dup();
                code.loadConstant(i);
                code.aload(slot);
                code.aastore();
            }
            slot += kind.slotSize();
        }
        code.invokestatic(HALTS, "reached", REACHED);
    }
}
