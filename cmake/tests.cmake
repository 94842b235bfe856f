# fabnum_tests: every tests/**/*_test.cpp and what they share. bin/test runs it.
option(FABNUM_TESTS "Build the tests" ON)
if(NOT FABNUM_TESTS)
    return()
endif()
file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/*_test.cpp
     ${PROJECT_SOURCE_DIR}/tests/support/*.cpp)
if(test_sources)
    find_package(GTest REQUIRED)
    add_executable(fabnum_tests ${test_sources})
    target_include_directories(fabnum_tests PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_options(fabnum_tests PRIVATE ${FABNUM_WARNINGS})
    # The tests of tools, which stand in the source folder.
    set_source_files_properties(${PROJECT_SOURCE_DIR}/tests/platform/i18n/check_words_test.cpp
        PROPERTIES COMPILE_DEFINITIONS FABNUM_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(fabnum_tests PRIVATE fabnum_app GTest::gmock GTest::gtest GTest::gtest_main)
    target_precompile_headers(fabnum_tests PRIVATE <gtest/gtest.h> <optional> <string> <string_view> <vector>)
    # Some tests start the program itself.
    if(TARGET fabnum)
        add_dependencies(fabnum_tests fabnum)
    endif()
endif()
