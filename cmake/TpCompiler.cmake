# One place for what every translation unit is compiled with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# ccache must be told that a precompiled header is part of the input; it then hashes the header itself.
find_program(TP_CCACHE ccache)
if(TP_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${TP_CCACHE})
endif()

find_program(TP_MOLD mold)
if(TP_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                    -Wcast-align -Wformat=2 -Wnull-dereference -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Needed for ccache with precompiled headers; the two warnings are false in g++ 12 at -O2.
    add_compile_options(-fpch-preprocess -Winvalid-pch -Wno-null-dereference -Wno-maybe-uninitialized)
endif()
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Says that a type of an anonymous namespace stands in a header: here that header is one of the
    # sources that were joined.
    add_compile_options(-Wno-subobject-linkage)
endif()

add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_FORCE_ASSERTS
                        QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(TP_SANITIZE)
    add_compile_options(-fsanitize=${TP_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${TP_SANITIZE})
endif()

if(CMAKE_BUILD_TYPE STREQUAL "Release" OR CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    # What a distribution's own hardening asks for: checked buffers, checked containers, no writable tables.
    add_compile_options(-D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong
                        -fstack-clash-protection -fcf-protection)
    add_link_options(-pie -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
