# fabnum_floor(NAME [ON FLOORS…] [OUTSIDE LIBRARIES…]) makes src/NAME the library fabnum_NAME. It sees the floors
# it stands on; what comes from outside stays its own affair. A floor without sources yet is no error.
function(fabnum_floor name)
    cmake_parse_arguments(PARSE_ARGV 1 floor "" "" "ON;OUTSIDE")
    set(folder ${PROJECT_SOURCE_DIR}/src/${name})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${folder}/*.h)
    list(TRANSFORM floor_ON PREPEND fabnum_)

    set(own PRIVATE)
    set(seen PUBLIC)
    if(sources OR name STREQUAL platform)
        add_library(fabnum_${name} STATIC ${sources})
        set_target_properties(fabnum_${name} PROPERTIES LINKER_LANGUAGE CXX)
        target_compile_options(fabnum_${name} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:${FABNUM_WARNINGS}>")
        target_link_libraries(fabnum_${name} PRIVATE ${floor_OUTSIDE})
    else()
        add_library(fabnum_${name} INTERFACE)
        set(seen INTERFACE)
    endif()
    target_include_directories(fabnum_${name} ${seen} ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(fabnum_${name} ${seen} ${floor_ON})

    # Every header stands alone: the target all_verify_interface_header_sets compiles each by itself.
    if(headers)
        target_sources(fabnum_${name} ${seen} FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${headers})
        set_target_properties(fabnum_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
    endif()
endfunction()

function(fabnum_precompile target)
    get_target_property(kind ${target} TYPE)
    if(kind STREQUAL "INTERFACE_LIBRARY")
        return()
    endif()
    target_precompile_headers(${target} PRIVATE
        <algorithm> <cstdint> <functional> <memory> <optional> <string> <string_view> <utility> <variant> <vector>
        ${PROJECT_SOURCE_DIR}/src/platform/html/html.h
        ${PROJECT_SOURCE_DIR}/src/platform/http/message.h
        ${PROJECT_SOURCE_DIR}/src/platform/sql/sql.h)
endfunction()
