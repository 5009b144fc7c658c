# Every folder of the house is one target, made here, so that all are made alike.

# Shared precompiled headers: one for users of QtCore alone, one more for the widgets.
function(tp_make_pch)
    file(WRITE ${CMAKE_BINARY_DIR}/pch/empty.cpp "")
    add_library(tp_pch_core OBJECT ${CMAKE_BINARY_DIR}/pch/empty.cpp)
    target_precompile_headers(tp_pch_core PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pchcore.h)
    target_link_libraries(tp_pch_core PRIVATE Qt6::Core)
    if(TP_BUILD_UI)
        add_library(tp_pch_widgets OBJECT ${CMAKE_BINARY_DIR}/pch/empty.cpp)
        target_precompile_headers(tp_pch_widgets PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pchwidgets.h)
        target_link_libraries(tp_pch_widgets PRIVATE Qt6::Widgets)
    endif()
endfunction()

# tp_add_module(tp_orders [MOC] [WIDGETS] SOURCES a.cpp ... LINK tp_kernel ...)
#
# A static library, not an object library: objects do not travel through a second link, and a test
# program should link only what it uses. MOC runs moc over the sources; WIDGETS takes the precompiled
# header of the widgets.
function(tp_add_module name)
    cmake_parse_arguments(ARG "MOC;WIDGETS" "" "SOURCES;LINK" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC Qt6::Core ${ARG_LINK})
    if(ARG_MOC)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
    endif()
    if(ARG_WIDGETS)
        target_link_libraries(${name} PUBLIC Qt6::Widgets)
        target_precompile_headers(${name} REUSE_FROM tp_pch_widgets)
    else()
        target_precompile_headers(${name} REUSE_FROM tp_pch_core)
    endif()
endfunction()

# tp_add_test(name [WIDGETS] LABELS unit SOURCES tst_money.cpp ... LINK tp_kernel ... [TIMEOUT seconds])
#
# One program for a folder of tests; tests/support/testmain.h says how it is called. WIDGETS gives it
# a QApplication instead of a QCoreApplication.
function(tp_add_test name)
    cmake_parse_arguments(ARG "WIDGETS" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
    if(ARG_WIDGETS)
        target_link_libraries(${name} PRIVATE ${ARG_LINK} tp_testsupport_widgets Qt6::Test)
        target_precompile_headers(${name} REUSE_FROM tp_pch_widgets)
    else()
        target_link_libraries(${name} PRIVATE ${ARG_LINK} tp_testsupport Qt6::Test)
        target_precompile_headers(${name} REUSE_FROM tp_pch_core)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C")
endfunction()

