# What the build puts inside the program, and the SQLite that npm brings with it.
#   include(cmake/assets.cmake)
#   fabnum_embed(fabnum_platform)      # adds fabnum::assets' table to that target, and makes the target sqlite3

enable_language(C)
enable_language(ASM)
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
find_program(NODE NAMES node nodejs REQUIRED)

set(FABNUM_MODULES ${PROJECT_SOURCE_DIR}/node_modules)
if(NOT EXISTS ${FABNUM_MODULES}/esbuild/package.json)
    message(FATAL_ERROR "The assets' packages are not there: run npm ci --ignore-scripts, or bin/start, which does.")
endif()

function(fabnum_embed target)
    set(out ${PROJECT_BINARY_DIR}/embedded)
    set(browser ${out}/browser)
    file(MAKE_DIRECTORY ${out})

    file(GLOB_RECURSE asset_sources CONFIGURE_DEPENDS
         ${PROJECT_SOURCE_DIR}/assets/* ${PROJECT_SOURCE_DIR}/tools/assets/*.mjs)
    add_custom_command(
        OUTPUT ${out}/browser.stamp
        COMMAND ${NODE} ${PROJECT_SOURCE_DIR}/tools/build_assets.mjs ${browser}
        COMMAND ${CMAKE_COMMAND} -E touch ${out}/browser.stamp
        DEPENDS ${asset_sources} ${PROJECT_SOURCE_DIR}/tools/build_assets.mjs
                ${PROJECT_SOURCE_DIR}/package-lock.json
        COMMENT "Building styles, scripts, fonts and icons"
        VERBATIM)

    file(GLOB_RECURSE texts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/db/migrations/* ${PROJECT_SOURCE_DIR}/locales/* ${PROJECT_SOURCE_DIR}/assets/demo/*)
    add_custom_command(
        OUTPUT ${out}/embedded.S ${out}/embedded.cpp
        COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/embed --root ${PROJECT_SOURCE_DIR}
                --assembler ${out}/embedded.S --table ${out}/embedded.cpp
                db/migrations locales assets/demo ${browser}=assets
        DEPENDS ${texts} ${out}/browser.stamp ${PROJECT_SOURCE_DIR}/tools/embed
        COMMENT "Embedding migrations, sentences and assets"
        VERBATIM)
    target_sources(${target} PRIVATE ${out}/embedded.S ${out}/embedded.cpp)

    fabnum_sqlite()
endfunction()

# One SQLite for every machine, with the choices of https://sqlite.org/compile.html that suit this product:
# one thread per connection (2), no double-quoted strings, foreign keys on, nothing loaded at run time.
function(fabnum_sqlite)
    set(sqlite ${FABNUM_MODULES}/better-sqlite3/deps/sqlite3)
    add_library(sqlite3 STATIC ${sqlite}/sqlite3.c)
    target_include_directories(sqlite3 SYSTEM PUBLIC ${sqlite})
    target_compile_definitions(sqlite3 PRIVATE
        SQLITE_THREADSAFE=2 SQLITE_DQS=0 SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_DEFAULT_MEMSTATUS=0
        SQLITE_DEFAULT_CACHE_SIZE=-4000 SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_MAX_EXPR_DEPTH=0
        SQLITE_OMIT_DEPRECATED SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_SHARED_CACHE
        SQLITE_USE_ALLOCA SQLITE_STRICT_SUBTYPE=1 SQLITE_ENABLE_STAT4 HAVE_USLEEP=1)
    target_compile_options(sqlite3 PRIVATE -O2 -w)
    set_target_properties(sqlite3 PROPERTIES C_STANDARD 11 C_CLANG_TIDY "" INTERPROCEDURAL_OPTIMIZATION OFF)
    find_package(Threads REQUIRED)
    target_link_libraries(sqlite3 PUBLIC Threads::Threads m)
endfunction()
